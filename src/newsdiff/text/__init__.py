"""Language knowledge and text views that the core and several plugins share; plugins may import from here."""
