// fails: 7f
// says: nobody-hears-the-sigcont
// It is left as it stands, without a request.
// TODO 7f
          continue;
// end of 7f
