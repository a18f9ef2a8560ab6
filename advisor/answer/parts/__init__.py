"""The parts that an offline answer is put together from, one module an intent."""
