"""Plain frozen values that every room shares. Nothing here reads, writes or asks the time."""
