"""What people type: the command, its options, what it says, and the code it ends with."""
