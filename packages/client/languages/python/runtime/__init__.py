"""What every generated client has in common; nothing here knows a message of the standard."""
