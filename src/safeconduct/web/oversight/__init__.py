"""Who must do what by when, and what did those who looked find?"""
