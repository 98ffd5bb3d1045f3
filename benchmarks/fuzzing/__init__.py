"""Input that means harm, made by chance: mutations of sound files, and whole runs over them."""
