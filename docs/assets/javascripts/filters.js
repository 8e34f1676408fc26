// Figures and glossary filter as one types.
