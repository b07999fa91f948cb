"""How the fields of a front matter are read, typed and mended."""
