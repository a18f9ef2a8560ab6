"""What the Streamlit page draws."""
