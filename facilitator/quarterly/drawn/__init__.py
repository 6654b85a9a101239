"""Where everything in a chart stands: numbers for a template, which turns them into an SVG.

The unit is a pixel at the width of a telephone, where letters are 13 high. Shapes and dashes say
what colours say, so that a black and white printer tells the same.
"""
