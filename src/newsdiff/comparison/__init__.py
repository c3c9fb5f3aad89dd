"""From two extractions to a report: aligned facts are compared, ranked and told (``newsdiff.diff``)."""
