"""``python -m kinerja_cli`` is ``kinerja``."""

from kinerja_cli.cli.utama import main

if __name__ == "__main__":
    main()
