"""Who is in the house today, who is to come, and does the count agree?"""
