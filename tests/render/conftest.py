import sys
from pathlib import Path

# render_samples and chromium are shared by the tests of this folder; importlib mode puts no folder on the path
sys.path.insert(0, str(Path(__file__).parent))
