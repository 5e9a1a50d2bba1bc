"""Can it be checked with Python alone?  A second verifier, of the standard library only.

It shares no code with the rest of the package. :mod:`.single_file` joins these modules into the
one file that goes into every evidence pack.
"""
