"""What several files of tests share: helpers, no tests."""
