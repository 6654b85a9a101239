"""The second step of signing in: a code from somebody's own telephone, or one kept on paper."""
