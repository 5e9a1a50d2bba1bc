"""What may anybody see and lodge, without an account?"""
