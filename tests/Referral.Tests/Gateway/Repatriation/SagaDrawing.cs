using System.Text;
using MassTransit;
using MassTransit.SagaStateMachine;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>
/// A saga as a Mermaid state diagram, made from the graph that the state machine gives of itself. One event
/// leads from one stage to one next stage, so that an arrow can be drawn for each stage and event.
/// </summary>
internal static class SagaDrawing
{
    public static string Of<TSaga>(MassTransitStateMachine<TSaga> machine)
        where TSaga : class, SagaStateMachineInstance
    {
        var graph = machine.GetGraph();
        var drawing = new StringBuilder("stateDiagram-v2\n");
        foreach (var line in graph.Edges.Where(edge => IsStage(edge.From) && !IsStage(edge.To))
            .SelectMany(edge => Arrows(graph, edge.From, edge.To)).Distinct().Order(StringComparer.Ordinal))
            drawing.Append("    ").Append(line).Append('\n');
        foreach (var stage in machine.States.OrderBy(state => state.Name, StringComparer.Ordinal))
        {
            // What is taken and moves nothing: letters written, holds set, and what comes late or twice.
            var moving = graph.Edges.Where(edge => IsStage(edge.From) && edge.From.Title == stage.Name)
                .Select(edge => edge.To.Title);
            var staying = machine.NextEvents(stage).Select(e => e.Name)
                .Where(name => !name.EndsWith(".Enter", StringComparison.Ordinal)).Except(moving)
                .Order(StringComparer.Ordinal).ToList();
            if (staying.Count > 0)
                drawing.Append($"    note right of {stage.Name} : stays at {string.Join(", ", staying)}\n");
        }
        return drawing.ToString();
    }

    private static IEnumerable<string> Arrows(StateMachineGraph graph, Vertex from, Vertex happened) =>
        graph.Edges.Where(edge => edge.From.Equals(happened) && IsStage(edge.To))
            .Select(edge => $"{Name(from)} --> {Name(edge.To)} : {happened.Title}");

    private static bool IsStage(Vertex vertex) => vertex.VertexType == typeof(State);

    private static string Name(Vertex stage) => stage.Title is "Initial" or "Final" ? "[*]" : stage.Title;
}
