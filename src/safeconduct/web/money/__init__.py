"""What was charged, on which days of whom, and who disputes it?"""
