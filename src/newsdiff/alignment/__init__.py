"""Which facts of two articles are about one thing: profiles of the articles, likeness, vetoes, and the assignment."""
