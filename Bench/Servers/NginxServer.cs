namespace News.Bench.Servers;

/// <summary>nginx with one worker and files, set up as for speed: no access log, sendfile, connections kept.</summary>
/// <param name="folder">Where it may write.</param>
public sealed class NginxServer(AnswerFolder answers, string folder) : Server("nginx")
{
    private const string ETagHeader = "ETag";
    private const string TypeHeader = "Content-Type";
    private const string LinkHeader = "Link";

    /// <inheritdoc/>
    public override string TargetOf(Answer answer) => "/" + answer.File;

    /// <inheritdoc/>
    protected override ChildProcess Launch(int port)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(file, Settings(port));
        return new("nginx", ["-p", folder, "-c", file, "-e", "stderr"]);
    }

    /// <inheritdoc/>
    protected override IEnumerable<int> Processes(int started) => [started, .. Usage.ChildrenOf(started)];

    private string Settings(int port)
    {
        var all = answers.All();
        return $$"""
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            error_log stderr warn;
            events { worker_connections 1024; }
            http {
              access_log off;
              server_tokens off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              etag on;
              max_ranges 0;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
              types { }
              default_type "{{all[0].Headers[TypeHeader]}}";
              map_hash_bucket_size 512;
              map $uri $link { default "";
            {{Links(all)}}  }
              server {
                listen 127.0.0.1:{{port}} backlog=1024;
                root {{answers.Path}};
            {{Locations(all)}}  }
            }
            """;
    }

    private static string Links(IEnumerable<Answer> all) => Lines(
        all.Where(answer => answer.Headers.ContainsKey(LinkHeader)).Select(answer => $"    '/{answer.File}' '{answer.Headers[LinkHeader]}';"));

    /// <summary>The headers of our answers, and none of nginx's own but the ETag, which it makes itself.</summary>
    private static string Locations(IEnumerable<Answer> all) => Lines(
        all.DistinctBy(answer => answer.Kind).Select(first => $"    location /{first.Kind}/ {{ {string.Join(' ', Headers(first))} }}"));

    private static IEnumerable<string> Headers(Answer answer) =>
    [
        "add_header Last-Modified '';",
        $"add_header {LinkHeader} $link;",
        .. answer.Headers.Where(header => header.Key is not (ETagHeader or TypeHeader or LinkHeader))
            .Select(header => $"add_header {header.Key} '{header.Value}';"),
    ];

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + '\n'));
}
