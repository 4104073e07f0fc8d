// fails: 8f
// says: told-twice
// change: s|^    if (now == moment) text += argument\.kind->text(argument);$|    if (now == moment \|\| moment == Moment::exit) {\n      text += argument.kind->text(argument);\n    }|
