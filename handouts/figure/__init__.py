"""Pose descriptions to drawings."""
