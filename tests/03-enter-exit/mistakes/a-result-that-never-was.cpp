// fails: 3d
// says: a-result-that-never-was
// TODO 3d
      if (thread.inside) {
        thread.call.result = 0;
        report(thread.call);
      }
// end of 3d
