"""What a person fills in: setting a ballot up, running it, voting."""
