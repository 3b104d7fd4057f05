"""What stands behind the ports: one file for each, its library imported where it is used."""
