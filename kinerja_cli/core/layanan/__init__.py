"""Service times: from a register of documents to working time, its figures, and an honest comparison. Pure."""
