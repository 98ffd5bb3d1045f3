"""What a coach means, checked: exercises and their doses, brands, clients, and the library."""
