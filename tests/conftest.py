"""Settings for the whole test set: Hypothesis never fails because a machine is busy. The only place with a deadline."""

from hypothesis import HealthCheck, settings

settings.register_profile("newsdiff", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsdiff")
