"""Two people who rated one plan talk, and write down what they agree."""
