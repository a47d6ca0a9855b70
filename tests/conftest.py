"""What holds for all tests."""

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Behind nohup or in the background of a script Ctrl-C is ignored, by all programs that are started here as well; the
    # tests of stopping start some. One that is heard here is heard there.
    signal.signal(signal.SIGINT, signal.default_int_handler)
