"""Many handouts: what to build, in how many processes, and whole files or none."""
