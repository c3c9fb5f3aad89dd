"""What sentences say happened: parsed statements, those of two articles that oppose each other, and those one lacks."""
