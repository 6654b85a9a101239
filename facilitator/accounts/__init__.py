"""Who may use what. People sign in here later; the table of routes stands first."""
