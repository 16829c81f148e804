namespace News.Functions.LocalHost;

/// <summary>What a person reads once the site answers: where it is, the key, and three commands to try.</summary>
internal static class Greeting
{
    public static string Text(Premises premises)
    {
        var (url, key) = (premises.Door.Url, premises.Key.Text);
        return $$"""

            Listening on {{url}}{{(premises.Door.OpenUrl is { } open ? $"{Environment.NewLine}Listening on {open}" : "")}}
            Newsroom key: {{key}}

            Try:
              curl {{url}}/api/articles
              curl -X PUT {{url}}/api/newsroom/sections/the-gioi -H 'x-functions-key: {{key}}' \
                -H 'If-None-Match: *' -H 'Content-Type: application/json' -d '{"name": "Thế giới", "order": 1}'
              curl {{url}}/health/ready


            """;
    }
}
