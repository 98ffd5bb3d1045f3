"""Programs: what a coach plans over weeks, and what it asks for on a day, worked out."""
