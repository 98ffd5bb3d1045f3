"""What can be wrong with data and with finished pages, found before anything is printed."""
