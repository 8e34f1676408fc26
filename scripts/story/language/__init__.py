"""How numbers, days, lengths and names are said in Chinese and in English."""
