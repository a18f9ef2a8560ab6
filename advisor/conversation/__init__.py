"""The conversation: one LangGraph graph whose checkpointer is the only history."""
