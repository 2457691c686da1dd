"""The tour: the main job on the demo workspace, done in the real window, checked and pictured."""
