"""Thumbnails: one small picture that tells an exercise from the others of a table."""

from __future__ import annotations

from dataclasses import replace

from handouts.figure.drawing import Strip
from handouts.figure.palette import palette
from handouts.layout.block import Block, Figure, Image, Length
from handouts.layout.context import Context
from handouts.layout.spec import SMALL_PICTURES
from handouts.model.exercise import Exercise
from handouts.model.program.schedule import Task


def has_picture(task: Task, context: Context) -> bool:
    """Whether there is a figure or a picture of what is done."""
    exercise = _exercise(task, context)
    return bool(exercise and (exercise.figure or exercise.picture))


def thumbnail(task: Task, height: Length, context: Context) -> Block | None:
    """Compose the second picture of an exercise, or its only one: the first is often the start."""
    exercise = _exercise(task, context)
    if exercise is None:
        return None
    alt = context.labels["figure-of"].format(name=exercise.title)
    if exercise.figure and (strip := context.strip(exercise.figure)):
        colours = palette("grey" if context.sheet.grey else "colour", "plain")
        frame = replace(strip.frames[:2][-1], caption=None, steps=())
        one = Strip((frame,), floor_line=False, description=alt)
        return Figure(
            strip=one,
            palette=colours,
            height=height,
            scale="figure-scale",
            captions=(None,),
            name=SMALL_PICTURES,
        )
    for ref in exercise.picture[:2][-1:]:
        if picture := context.picture(ref):
            return Image(
                picture=picture, alt=alt, height=height, place=ref.place, name=SMALL_PICTURES
            )
    return None


def _exercise(task: Task, context: Context) -> Exercise | None:
    return context.sheet.exercises.get(task.exercise) if task.exercise else None
