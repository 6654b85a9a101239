"""What keeps people safe: who must keep away from whom, what is hidden, what helps to come."""
