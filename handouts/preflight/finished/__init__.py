"""What is wrong with a finished PDF, ours or anyone's, told from the file alone.

``pdfium`` tells what is printed on a page, ``objects`` what the file says of itself; the rules
know neither library. ``bounded`` keeps a file that means harm from doing any.
"""
