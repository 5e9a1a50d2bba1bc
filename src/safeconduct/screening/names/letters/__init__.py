"""How is a word in another script, or with marks, read in plain Latin letters?"""
