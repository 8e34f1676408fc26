// Citations and terms open in place.
