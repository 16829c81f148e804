using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>What every function keeps to.</summary>
public class FunctionRules
{
    private static readonly List<(string Name, MethodInfo Method, HttpTriggerAttribute? Http)> _functions =
        [.. from type in typeof(Program).Assembly.GetTypes()
            from method in type.GetMethods()
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            select (function.Name, method, method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null))];

    private static readonly List<(string Name, MethodInfo Method, HttpTriggerAttribute? Http)> _http = [.. _functions.Where(function => function.Http is not null)];

    [Fact]
    public void Http_functions_return_IResult() => Assert.All(_http, function => Assert.True(
        function.Method.ReturnType == typeof(IResult) || function.Method.ReturnType == typeof(Task<IResult>), function.Name));

    [Fact]
    public void Newsroom_functions_ask_for_a_key_and_no_others_do() => Assert.All(_http, function => Assert.Equal(
        function.Http!.Route!.StartsWith("api/newsroom", StringComparison.Ordinal) ? AuthorizationLevel.Function : AuthorizationLevel.Anonymous,
        function.Http.AuthLevel));

    [Fact]
    public void Names_come_from_the_class() => Assert.All(_functions, function => Assert.Equal(
        function.Method.DeclaringType == typeof(Fallback.Fallback) ? Fallback.Fallback.Name : function.Method.DeclaringType!.Name, function.Name));

    [Fact]
    public void Fallback_comes_last() =>
        Assert.Equal(Fallback.Fallback.Name, _functions.Select(function => function.Name).Order(StringComparer.OrdinalIgnoreCase).Last());

    [Fact]
    public void Get_and_head_are_listed_together() => Assert.All(_http, function => Assert.Equal(
        function.Http!.Methods!.Contains("get"), function.Http.Methods!.Contains("head")));

    [Fact]
    public void Routes_of_one_method_do_not_overlap()
    {
        var routes = _http.Where(function => function.Name != Fallback.Fallback.Name)
            .SelectMany(function => function.Http!.Methods!.Select(method => (function.Name, Method: method, Route: RoutePatternFactory.Parse(function.Http.Route!))))
            .ToList();
        var overlapping = from one in routes
                          from other in routes
                          where string.CompareOrdinal(one.Name, other.Name) < 0 && one.Method == other.Method && Overlap(one.Route, other.Route)
                          select $"{one.Method}: {one.Name} and {other.Name}";
        Assert.Empty(overlapping);
    }

    [Theory]
    [InlineData("sitemaps/news.xml", "sitemaps/{month}.xml", true)]
    [InlineData("api/articles/{slug}", "api/articles", false)]
    [InlineData("api/{*path}", "api/articles/{slug}", true)]
    [InlineData("api/newsroom/articles/{slug}/publish", "api/newsroom/articles/{slug}/schedule", false)]
    [InlineData("feeds/latest.{format}", "feeds/{name}.{format}", true)]
    public void Overlap_is_recognised(string one, string other, bool overlap) =>
        Assert.Equal(overlap, Overlap(RoutePatternFactory.Parse(one), RoutePatternFactory.Parse(other)));

    private static bool Overlap(RoutePattern one, RoutePattern other)
    {
        for (var i = 0; ; i++)
        {
            var (left, right) = (one.PathSegments.ElementAtOrDefault(i), other.PathSegments.ElementAtOrDefault(i));
            if (IsCatchAll(left) || IsCatchAll(right))
                return true;
            if (left is null || right is null)
                return left is null && right is null;
            if (!CanMeet(left, right))
                return false;
        }
    }

    private static bool IsCatchAll(RoutePatternPathSegment? segment) =>
        segment?.Parts[0] is RoutePatternParameterPart { IsCatchAll: true };

    /// <summary>Segments with a parameter meet anything whose fixed beginning and end agree with theirs.</summary>
    private static bool CanMeet(RoutePatternPathSegment one, RoutePatternPathSegment other)
    {
        var (a, b) = (Fixed(one), Fixed(other));
        if (one.Parts.All(part => part is RoutePatternLiteralPart) && other.Parts.All(part => part is RoutePatternLiteralPart))
            return string.Equals(a.Start, b.Start, StringComparison.OrdinalIgnoreCase);
        return (a.Start.StartsWith(b.Start, StringComparison.OrdinalIgnoreCase) || b.Start.StartsWith(a.Start, StringComparison.OrdinalIgnoreCase))
            && (a.End.EndsWith(b.End, StringComparison.OrdinalIgnoreCase) || b.End.EndsWith(a.End, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Start, string End) Fixed(RoutePatternPathSegment segment)
    {
        static string Text(IEnumerable<RoutePatternPart> parts) =>
            string.Concat(parts.TakeWhile(part => part is not RoutePatternParameterPart).Select(part => part is RoutePatternLiteralPart l ? l.Content : ((RoutePatternSeparatorPart)part).Content));
        static string TextBack(IEnumerable<RoutePatternPart> parts) =>
            string.Concat(parts.Reverse().TakeWhile(part => part is not RoutePatternParameterPart).Reverse().Select(part => part is RoutePatternLiteralPart l ? l.Content : ((RoutePatternSeparatorPart)part).Content));
        return (Text(segment.Parts), TextBack(segment.Parts));
    }
}
