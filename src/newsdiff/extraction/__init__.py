"""From an article to an extraction: every plugin's claims, and what each claim is about (its scope)."""
