Console.WriteLine("newsportal");
