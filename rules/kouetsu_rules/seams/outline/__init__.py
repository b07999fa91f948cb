"""Labels, orders and notes of the plan that a post was written from."""
