// fails: 8d
// says: nobody-says-what-it-is
// change: s|^    return fmt::format("{:#x} /\* {} \*/", rest, set\.unknown);$|    return fmt::format("{:#x}", rest);|
