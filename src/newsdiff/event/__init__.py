"""Do two articles report one event? Their fingerprints (names, rare words, numbers, dates) are compared."""
