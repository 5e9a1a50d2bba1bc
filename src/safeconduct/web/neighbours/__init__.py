"""What does the other party say, has it heard us, and what waits for it?"""
